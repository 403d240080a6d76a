// Judges expressions with the parser and the type check of Prometheus' web interface.
// Each line of the input is an expression as a JSON string; each line of the output is the list of what is wrong with it.
const { parser } = require('@prometheus-io/lezer-promql');
const { promQLLanguage, LanguageType } = require('@prometheus-io/codemirror-promql');
const { Parser } = require('@prometheus-io/codemirror-promql/dist/cjs/parser/index.js');
const { EditorState } = require('@codemirror/state');
const { ensureSyntaxTree } = require('@codemirror/language');
const readline = require('readline');

const language = promQLLanguage(LanguageType.PromQL);

function findings(expression) {
  const found = [];
  parser.parse(expression).iterate({
    enter(node) {
      if (node.type.isError) found.push(`syntax error at ${node.from}`);
    },
  });

  // An editor parses for a few milliseconds and goes on later; the empty update takes over what was parsed since.
  const started = EditorState.create({ doc: expression, extensions: language });
  ensureSyntaxTree(started, started.doc.length, 60000);
  const checker = new Parser(started.update({}).state);
  checker.analyze();
  for (const finding of checker.getDiagnostics()) if (finding.severity === 'error') found.push(finding.message);
  return found;
}

readline
  .createInterface({ input: process.stdin })
  .on('line', (line) => process.stdout.write(JSON.stringify(findings(JSON.parse(line))) + '\n'));
