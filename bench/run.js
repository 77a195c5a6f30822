/** Runs a measurement written in TypeScript: node bench/run.js bench/cohort.bench.ts */
const path = require('node:path');
require('./typescript.js');

const [file] = process.argv.slice(2);
if (!file) {
  console.error('Say what to measure: node bench/run.js bench/cohort.bench.ts');
  process.exit(1);
}
require(path.resolve(file));
