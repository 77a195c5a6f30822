/**
 * Writes host/requirement-sets.json: for each class of the Excel API the requirement set of the
 * class and of every member that needs another one, as Microsoft's types state it in their
 * `[Api set: ExcelApi 1.7]` remarks. Run `node host/make-requirement-sets.js` after a change of
 * @types/office-js; a test compares the file with the types.
 */
const fs = require('fs');
const path = require('path');
const ts = require('typescript');

const TABLE = path.join(__dirname, 'requirement-sets.json');

/** 'ExcelApi 1.1 for reading visibility; 1.2 for setting it.' is 1.1 to get and 1.2 to set. */
function setsIn(comment) {
  const remark = /\[Api set:\s*([^\]]*)\]/.exec(comment)?.[1];
  const found = remark && /^(ExcelApi\w*)\s+(\d+\.\d+|BETA|Preview)/i.exec(remark);
  if (!found) return undefined;
  const version = /^\d/.test(found[2]) ? found[2] : 'preview';
  const get = found[1] === 'ExcelApi' ? version : `${found[1]} ${version}`;
  const toSet = /(\d+\.\d+) for set/.exec(remark)?.[1];
  return toSet ? { get, set: toSet } : { get };
}

function commentOf(node, source) {
  const ranges = ts.getLeadingCommentRanges(source.text, node.pos) ?? [];
  return ranges.map((range) => source.text.slice(range.pos, range.end)).join('\n');
}

const earlier = (a, b) => (a.get.localeCompare(b.get, 'en', { numeric: true }) <= 0 ? a : b);

function classTable(declaration, source) {
  const own = setsIn(commentOf(declaration, source)) ?? { get: '1.1' };
  const members = {};
  for (const member of declaration.members) {
    const name = member.name?.getText(source);
    const sets = name && setsIn(commentOf(member, source));
    // Overloads: the earliest one opens the name, later ones add arguments.
    if (sets) members[name] = members[name] ? earlier(members[name], sets) : sets;
  }
  const others = Object.entries(members)
    .filter(([, sets]) => sets.get !== own.get || sets.set)
    .map(([name, sets]) => [name, sets.set ? `${sets.get} / ${sets.set}` : sets.get]);
  return { set: own.get, ...(others.length > 0 && { members: Object.fromEntries(others) }) };
}

/** @returns {Record<string, { set: string, members?: Record<string, string> }>} */
function readRequirementSets(declarations) {
  const source = ts.createSourceFile('index.d.ts', declarations, ts.ScriptTarget.Latest, false);
  const table = {};
  for (const statement of source.statements) {
    if (!ts.isModuleDeclaration(statement) || statement.name.text !== 'Excel') continue;
    for (const declaration of statement.body.statements) {
      if (ts.isClassDeclaration(declaration)) {
        table[declaration.name.text] = classTable(declaration, source);
      }
    }
  }
  return table;
}

function currentTable() {
  const types = require.resolve('@types/office-js/index.d.ts');
  return readRequirementSets(fs.readFileSync(types, 'utf8'));
}

module.exports = { readRequirementSets, currentTable };

if (require.main === module) {
  fs.writeFileSync(TABLE, `${JSON.stringify(currentTable(), null, 1)}\n`);
}
