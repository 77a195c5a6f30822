import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** A requirement set's name and the highest version of it that code calls, with where. */
export type SetsCalled = Map<string, { version: string; where: string }>;

const ROOT = join(__dirname, '../..');
/** Members that Outlook has too state its sets, which say nothing of Excel. */
const NOT_OF_EXCEL = /^Mailbox/;
/** The comments say '[Api set: ExcelApi 1.9]', or 'requirement-sets | SharedRuntime 1.1}' in a link. */
const API_SET = /(?:\[Api set: |requirement-sets \| )(\w+) (?:\w+ )?([\d.]+)/g;
const THEIR_TYPES = /[\\/]@types[\\/](office-js|custom-functions-runtime)[\\/]/;

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  jsx: ts.JsxEmit.ReactJSX,
  esModuleInterop: true,
  skipLibCheck: true,
  types: ['office-js', 'custom-functions-runtime'],
  typeRoots: [join(ROOT, 'node_modules/@types')],
  noEmit: true,
};

const parsed = new Map<string, ts.SourceFile | undefined>();

/** Office's types are four megabytes: they are parsed once, whatever is asked of them. */
function host(): ts.CompilerHost {
  const fresh = ts.createCompilerHost(OPTIONS);
  const read = fresh.getSourceFile;
  fresh.getSourceFile = (file, ...how) => {
    if (!parsed.has(file)) parsed.set(file, read(file, ...how));
    return parsed.get(file);
  };
  return fresh;
}

/** Every TypeScript file of a folder, the folders inside it too. */
export const sourcesIn = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(ROOT, folder, file));

/**
 * The requirement sets that code needs without asking first: each use of a member of Office's
 * types is resolved to its declaration, whose comment names the set. Properties named in the
 * text of `load('a,items/b')` and in options count; what `isSetSupported` guards does not.
 */
export function setsCalled(files: string[]): SetsCalled {
  const program = ts.createProgram(files, OPTIONS, host());
  const sets: SetsCalled = new Map();
  const checker = program.getTypeChecker();
  for (const file of files) {
    const source = program.getSourceFile(file)!;
    const visit = (node: ts.Node): void => {
      for (const symbol of membersUsed(checker, node)) {
        if (!isGuarded(checker, node)) note(sets, symbol, node);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return sets;
}

/** The members of Office's types that a node uses, whatever way it names them. */
function membersUsed(checker: ts.TypeChecker, node: ts.Node): ts.Symbol[] {
  if (ts.isPropertyAccessExpression(node)) return known(checker.getSymbolAtLocation(node.name));
  if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
    const name = (node.propertyName ?? node.name).getText();
    return known(checker.getTypeAtLocation(node.parent).getProperty(name));
  }
  if (ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node)) {
    return known(checker.getContextualType(node.parent)?.getProperty(node.name.getText()));
  }
  return isLoad(node) ? loadedByName(checker, node) : [];
}

type Load = ts.CallExpression & { expression: ts.PropertyAccessExpression };

const isLoad = (node: ts.Node): node is Load =>
  ts.isCallExpression(node) &&
  ts.isPropertyAccessExpression(node.expression) &&
  node.expression.name.text === 'load';

function loadedByName(checker: ts.TypeChecker, call: Load): ts.Symbol[] {
  const names = call.arguments[0];
  if (!names || !ts.isStringLiteralLike(names)) return [];
  const owner = checker.getTypeAtLocation(call.expression.expression);
  return names.text.split(',').flatMap((path) => alongPath(checker, call, owner, path.trim()));
}

/** 'items/name' of a collection: the collection's items, then an item's name. */
function alongPath(
  checker: ts.TypeChecker,
  at: ts.Node,
  owner: ts.Type,
  path: string,
): ts.Symbol[] {
  let type = owner;
  return path.split('/').flatMap((name) => {
    const symbol = type.getProperty(name);
    if (!symbol)
      throw new Error(`${at.getSourceFile().fileName} loads '${name}', which is no member`);
    const held = checker.getTypeOfSymbolAtLocation(symbol, at);
    type = checker.getIndexTypeOfType(held, ts.IndexKind.Number) ?? held;
    return known(symbol);
  });
}

const known = (symbol: ts.Symbol | undefined): ts.Symbol[] =>
  symbol?.declarations?.some((each) => THEIR_TYPES.test(each.getSourceFile().fileName))
    ? [symbol]
    : [];

/** Overloads state a set each; code that fits one of them needs the lowest. */
function note(sets: SetsCalled, symbol: ts.Symbol, node: ts.Node): void {
  const stated = symbol
    .declarations!.flatMap((declaration) => [...commentOf(declaration).matchAll(API_SET)])
    .map(([, set, version]) => [set!, version!] as const)
    .filter(([set]) => !NOT_OF_EXCEL.test(set));
  const [first] = stated.sort((a, b) => compareVersions(a[1], b[1]));
  if (!first) return;
  const [set, version] = first;
  const highest = sets.get(set);
  if (highest && compareVersions(highest.version, version) >= 0) return;
  sets.set(set, { version, where: `${node.getSourceFile().fileName}: ${symbol.name}` });
}

const commentOf = (declaration: ts.Declaration): string =>
  declaration
    .getSourceFile()
    .text.slice(declaration.getFullStart(), declaration.getStart(undefined, false));

/** 1.9 comes before 1.12. */
export function compareVersions(a: string, b: string): number {
  const [[major = 0, minor = 0], [otherMajor = 0, otherMinor = 0]] = [a, b].map((version) =>
    version.split('.').map(Number),
  ) as [number[], number[]];
  return major - otherMajor || minor - otherMinor;
}

/** Whether the node runs only where `isSetSupported` said yes, asked on the spot or by a name. */
function isGuarded(checker: ts.TypeChecker, node: ts.Node): boolean {
  for (let child = node; child.parent; child = child.parent) {
    const { parent } = child;
    const test =
      ts.isIfStatement(parent) && parent.thenStatement === child
        ? parent.expression
        : ts.isConditionalExpression(parent) && parent.whenTrue === child
          ? parent.condition
          : undefined;
    if (test && asksForSet(checker, test)) return true;
  }
  return false;
}

function asksForSet(checker: ts.TypeChecker, test: ts.Expression): boolean {
  if (/\bisSetSupported\b/.test(test.getText())) return true;
  const name = ts.isCallExpression(test) ? test.expression : test;
  const declarations = checker.getSymbolAtLocation(name)?.declarations ?? [];
  return declarations.some(
    (each) =>
      !THEIR_TYPES.test(each.getSourceFile().fileName) && /\bisSetSupported\b/.test(each.getText()),
  );
}
