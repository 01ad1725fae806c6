// Makes the built command executable.
import { chmodSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

chmodSync(fileURLToPath(new URL('../dist/bin/seamlint.js', import.meta.url)), 0o755);
