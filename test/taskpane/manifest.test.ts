/**
 * The manifest, checked without Excel and without a network.
 *
 * @jest-environment node
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { compareVersions, setsCalled, sourcesIn, type SetsCalled } from './apiSets';

const ROOT = join(__dirname, '../..');
const FILE = join(ROOT, 'manifest.xml');
const BUILT = join(ROOT, 'dist/addin');
const HOME = 'https://localhost:3000/';

const { document } = new JSDOM(readFileSync(FILE, 'utf8'), { contentType: 'text/xml' }).window;
const all = (name: string) => [...document.getElementsByTagName(name)];
const resids = () =>
  [...document.querySelectorAll('[resid]')].map((element) => element.getAttribute('resid')!);
const resources = () => ['bt:Image', 'bt:Url', 'bt:String'].flatMap(all).filter(hasId);
const hasId = (element: Element) => element.hasAttribute('id');

/**
 * The order of children under each parent, as 'How to find the proper order of manifest
 * elements' (Office Add-ins documentation) gives it for a task pane add-in.
 */
const ORDER: Record<string, string[]> = {
  OfficeApp: [
    'Id',
    'AlternateId',
    'Version',
    'ProviderName',
    'DefaultLocale',
    'DisplayName',
    'Description',
    'IconUrl',
    'HighResolutionIconUrl',
    'SupportUrl',
    'AppDomains',
    'Hosts',
    'Requirements',
    'DefaultSettings',
    'Permissions',
    'Dictionary',
    'VersionOverrides',
    'ExtendedOverrides',
  ],
  Requirements: ['Sets', 'Methods'],
  Sets: ['Set'],
  DefaultSettings: ['SourceLocation'],
  VersionOverrides: [
    'Description',
    'Requirements',
    'Hosts',
    'Resources',
    'WebApplicationInfo',
    'EquivalentAddins',
  ],
  Hosts: ['Host'],
  Host: ['Runtimes', 'AllFormFactors', 'DesktopFormFactor'],
  Runtimes: ['Runtime'],
  AllFormFactors: ['ExtensionPoint'],
  DesktopFormFactor: ['GetStarted', 'FunctionFile', 'ExtensionPoint'],
  ExtensionPoint: ['Script', 'Page', 'Metadata', 'Namespace', 'OfficeTab', 'CustomTab'],
  Script: ['SourceLocation'],
  Page: ['SourceLocation'],
  Metadata: ['SourceLocation'],
  GetStarted: ['Title', 'Description', 'LearnMoreUrl'],
  OfficeTab: ['Group'],
  Group: ['Label', 'Icon', 'Control'],
  Control: ['Label', 'Supertip', 'Icon', 'Action', 'Enabled', 'Items'],
  Supertip: ['Title', 'Description'],
  Icon: ['Image'],
  Action: ['TaskpaneId', 'SourceLocation', 'Title', 'FunctionName'],
  Resources: ['Images', 'Urls', 'ShortStrings', 'LongStrings'],
  Images: ['Image'],
  Urls: ['Url'],
  ShortStrings: ['String'],
  LongStrings: ['String'],
};

/** Children that stand where their parent's documented order does not have them. */
function outOfOrder(parent: Element): string[] {
  const order = ORDER[parent.localName] ?? [];
  const places = [...parent.children].map((child) => order.indexOf(child.localName));
  return [...parent.children]
    .filter((_, index) => places[index] === -1 || places[index]! < (places[index - 1] ?? 0))
    .map((child) => `${parent.localName} > ${child.localName}`);
}

/** In a process of its own, for the reader is made of ES modules that jest cannot load. */
function readByMicrosoft(file: string) {
  const program = `require('office-addin-manifest')
    .OfficeAddinManifest.readManifestFile(process.argv[1])
    .then((info) => console.log(JSON.stringify(info)))`;
  return JSON.parse(
    execFileSync(process.execPath, ['-e', program, file], { cwd: ROOT, encoding: 'utf8' }),
  );
}

describe('the manifest', () => {
  it('is read by Microsoft’s own reader', () => {
    const info = readByMicrosoft(FILE);
    expect(info).toMatchObject({
      displayName: 'Placement costs',
      defaultLocale: 'en-GB',
      hosts: ['Workbook'],
      officeAppType: 'TaskPaneApp',
      permissions: 'ReadWriteDocument',
      defaultSettings: { sourceLocation: `${HOME}taskpane.html` },
    });
    expect(info.id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(info.version).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
  });

  it('has its elements in the documented order, and none that is not documented', () => {
    expect([...document.querySelectorAll('*')].flatMap(outOfOrder)).toEqual([]);
  });

  it('notices an element out of order', () => {
    const copy = document.cloneNode(true) as XMLDocument;
    const group = copy.getElementsByTagName('Group')[0]!;
    group.append(group.firstElementChild!);
    expect([...copy.querySelectorAll('*')].flatMap(outOfOrder)).toEqual(['Group > Label']);
  });

  it('defines every resource that is used, once, and uses every one that is defined', () => {
    const defined = resources().map((resource) => resource.id);
    expect(new Set(defined).size).toBe(defined.length);
    expect([...new Set(resids())].sort()).toEqual([...defined].sort());
  });

  it('keeps ids and strings within the lengths that Office allows', () => {
    const tooLong = (elements: Element[], attribute: string, most: number) =>
      elements.filter((each) => each.getAttribute(attribute)!.length > most).map((each) => each.id);
    const strings = (parent: string) => [...all(parent)[0]!.children];
    const basic = (name: string) =>
      [...document.documentElement.children].filter((child) => child.localName === name);
    expect(tooLong(resources(), 'id', 32)).toEqual([]);
    expect(tooLong(strings('bt:ShortStrings'), 'DefaultValue', 125)).toEqual([]);
    expect(tooLong(strings('bt:LongStrings'), 'DefaultValue', 250)).toEqual([]);
    expect(tooLong(basic('DisplayName'), 'DefaultValue', 125)).toEqual([]);
    expect(tooLong(basic('Description'), 'DefaultValue', 250)).toEqual([]);
    expect(tooLong([...all('Group'), ...all('Control')], 'id', 125)).toEqual([]);
  });

  it('runs pane, functions and ribbon in one page that stays alive', () => {
    const runtime = all('Runtime')[0]!;
    expect(runtime.getAttribute('lifetime')).toBe('long');
    const shared = [
      ...all('FunctionFile'),
      ...['Page', 'Action'].flatMap((name) =>
        all(name).flatMap((parent) => [...parent.getElementsByTagName('SourceLocation')]),
      ),
    ];
    expect(shared.map((each) => each.getAttribute('resid'))).toEqual(
      Array(3).fill(runtime.getAttribute('resid')),
    );
    expect(all('TaskpaneId')).toEqual([]);
  });

  it('names a command that the page registers', () => {
    const registered = readFileSync(join(ROOT, 'src/commands/index.ts'), 'utf8');
    for (const name of all('FunctionName')) {
      expect(registered).toContain(`associate('${name.textContent}'`);
    }
  });
});

describe('the files that the manifest names', () => {
  const addresses = [...document.querySelectorAll('[DefaultValue]')]
    .map((element) => element.getAttribute('DefaultValue')!)
    .filter((value) => /^https?:/.test(value));

  it('are all the add-in’s own', () => {
    expect(addresses.length).toBeGreaterThan(8);
    expect(addresses.filter((address) => !address.startsWith(HOME))).toEqual([]);
  });

  it('are made by the build', () => {
    if (!existsSync(BUILT)) throw new Error('There is no dist/addin: run `npm run build` first.');
    const made = readdirSync(BUILT, { recursive: true, encoding: 'utf8' });
    const named = new Set(addresses.map((address) => address.slice(HOME.length)));
    expect([...named].filter((file) => !made.includes(file))).toEqual([]);
  });

  it('has icons of the size that each is named for', () => {
    for (const image of all('bt:Image').filter(hasId)) {
      const png = readFileSync(join(ROOT, image.getAttribute('DefaultValue')!.slice(HOME.length)));
      const size = Number(image.id.replace('Icon.', ''));
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
    }
    for (const icon of all('Icon')) {
      for (const image of [...icon.children]) {
        expect(image.getAttribute('resid')).toBe(`Icon.${image.getAttribute('size')}`);
      }
    }
  });
});

describe('the requirement sets', () => {
  const asked = (name: 'Set' | 'bt:Set') =>
    Object.fromEntries(
      all(name).map((set) => [set.getAttribute('Name')!, set.getAttribute('MinVersion')!]),
    );
  const versions = (sets: SetsCalled) =>
    Object.fromEntries([...sets].map(([set, { version }]) => [set, version]));

  it('are exactly those of what the code calls', () => {
    const called = setsCalled(
      ['src/workbook', 'src/commands', 'src/taskpane', 'src/functions'].flatMap(sourcesIn),
    );
    // SharedRuntime is for the one page itself, whatever the code calls.
    expect({ SharedRuntime: '1.1', ...versions(called) }).toEqual(asked('Set'));
  });

  it('are the same for the add-in and for what it adds to Excel', () => {
    expect(asked('bt:Set')).toEqual(asked('Set'));
  });

  describe('are told from code', () => {
    const folder = mkdtempSync(join(tmpdir(), 'api-sets-'));
    afterAll(() => rmSync(folder, { recursive: true }));
    const of = (body: string) => {
      const file = join(folder, `code-${body.length}.ts`);
      writeFileSync(file, `export async function f(context: Excel.RequestContext) { ${body} }`);
      return versions(setsCalled([file]));
    };

    it('by each member that is used', () => {
      expect(of('context.workbook.worksheets.getItem("a");')).toEqual({ ExcelApi: '1.1' });
      expect(
        of('context.workbook.worksheets.getItem("a").customProperties.add("k", "v");'),
      ).toEqual({ ExcelApi: '1.12' });
    });

    it('by what is loaded by name', () => {
      expect(of('context.workbook.worksheets.load("items/name,items/showGridlines");')).toEqual({
        ExcelApi: '1.8',
      });
    });

    it('but not by what isSetSupported guards', () => {
      const guarded = 'context.workbook.worksheets.getItem("a").customProperties.add("k", "v");';
      const test = 'Office.context.requirements.isSetSupported("ExcelApi", "1.12")';
      expect(of(`if (${test}) { ${guarded} }`).ExcelApi).toBeUndefined();
      expect(of(`const has = ${test}; if (has) { ${guarded} }`).ExcelApi).toBeUndefined();
      expect(of(`const has = ${test}; if (!has) { ${guarded} }`).ExcelApi).toBe('1.12');
    });
  });

  it('compare by number, not as text', () => {
    expect(compareVersions('1.9', '1.12')).toBeLessThan(0);
    expect(compareVersions('1.12', '1.12')).toBe(0);
    expect(compareVersions('2.0', '1.20')).toBeGreaterThan(0);
  });
});
