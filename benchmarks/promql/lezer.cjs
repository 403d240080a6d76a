// Parses every expression of a file of JSON lines by the parser of Prometheus' web interface, and says how many it read.
const { parser } = require('@prometheus-io/lezer-promql');

let valid = 0;
let all = 0;
for (const line of require('fs').readFileSync(process.argv[2], 'utf8').split('\n')) {
    if (!line) continue;
    all++;
    let isValid = true;
    parser.parse(JSON.parse(line).expr).iterate({ enter(node) { isValid &&= !node.type.isError; } });
    if (isValid) valid++;
}
console.log(`${valid} of ${all}`);
