#!/usr/bin/env node
import { main } from '#surfaces/cli/main.js';

await main(process.argv.slice(2));
