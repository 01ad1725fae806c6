import type { Library } from './schema.js';

// Packages that give a value at once and wait for nothing: texts, dates, numbers, addresses.
export const library: Library = {
  package: 'qs',
  modules: [
    'accounting', 'big.js', 'bignumber.js', 'change-case', 'classnames', 'clsx', 'color', 'common-tags', 'date-fns', 'date-fns-tz',
    'dayjs', 'debug', 'decimal.js', 'dedent', 'deepmerge', 'escape-html', 'fast-deep-equal', 'fast-json-stable-stringify', 'he',
    'ipaddr.js', 'is-in-subnet', 'isbot', 'json-stable-stringify', 'jwt-decode', 'jwt-simple', 'linkify-it', 'luxon', 'markdown-it',
    'marked', 'moment', 'moment-timezone', 'numeral', 'object-hash', 'path-to-regexp', 'pluralize', 'query-string', 'sanitize-html',
    'semver', 'slugify', 'url-join', 'uuid/v3', 'uuid/v5', 'validator',
  ],
  source: 'qs@6.13 README, and those of the others: no call of theirs gives a promise unless it is asked for',
  checkedOn: ['qs@6.17.1'],
};
