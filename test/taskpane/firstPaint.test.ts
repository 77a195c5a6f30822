import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { leaveFirstPaint } from '../../src/taskpane/firstPaint';

const html = readFileSync(join(__dirname, '../../src/taskpane/taskpane.html'), 'utf8');
const page = () => new DOMParser().parseFromString(html, 'text/html');

const officeIn = (host: string | null) =>
  ({
    HostType: { Excel: 'Excel' },
    onReady: () => Promise.resolve({ host, platform: null }),
  }) as unknown as typeof Office;

function place() {
  document.body.innerHTML = page().body.innerHTML;
  return document.getElementById('root')!;
}
const status = () => document.querySelector('[role="status"]')?.textContent;

describe('the first paint', () => {
  it('says what is going on before any script has run', () => {
    place();
    expect(document.querySelector('h1')?.textContent).toBe('Placement costs');
    expect(status()).toBe('Looking through this workbook…');
  });

  it('gives way to the pane inside Excel', async () => {
    const showPane = jest.fn();
    const root = place();
    await leaveFirstPaint(root, officeIn('Excel'), () => Promise.resolve({ showPane }));
    expect(showPane).toHaveBeenCalledWith(root);
  });

  it('says that it works inside Excel where there is none, and loads nothing', async () => {
    const load = jest.fn();
    await leaveFirstPaint(place(), officeIn(null), load);
    expect(status()).toMatch(/works inside Excel/);
    expect(load).not.toHaveBeenCalled();
  });

  it('says so where Excel’s library or the pane’s own code could not be loaded', async () => {
    await leaveFirstPaint(place(), undefined, jest.fn());
    expect(status()).toMatch(/library could not be loaded/);
    await leaveFirstPaint(place(), officeIn('Excel'), () => Promise.reject(new Error('offline')));
    expect(status()).toMatch(/pane could not be loaded/);
  });
});

describe('taskpane.html', () => {
  it('is in British English and has a title', () => {
    expect(page().documentElement.lang).toBe('en-GB');
    expect(page().title).toBe('Placement costs');
  });

  it('has no script or style of its own, only linked files', () => {
    expect([...page().scripts].filter((script) => script.textContent !== '')).toEqual([]);
    expect(page().querySelectorAll('style, [style]')).toHaveLength(0);
    expect(html).not.toMatch(/\son[a-z]+=/i);
  });

  it('lets scripts come from its own files and Microsoft’s library alone, none inline', () => {
    const policy = page()
      .querySelector('meta[http-equiv="Content-Security-Policy"]')!
      .getAttribute('content')!;
    const rules = new Map(policy.split(';').map((rule) => splitRule(rule.trim())));
    expect(rules.get('default-src')).toEqual(["'none'"]);
    expect(rules.get('script-src')).toEqual(["'self'", 'https://appsforoffice.microsoft.com']);
    expect(rules.get('connect-src')).toEqual(["'self'"]);
    expect(rules.get('form-action')).toEqual(["'none'"]);
  });

  it('loads office.js before anything else that runs, and waits for none of it to be painted', () => {
    expect(page().scripts[0]?.getAttribute('src')).toContain('officeJs');
    // jsdom knows no `async` property.
    const scripts = [...page().scripts].map((one) => [one.defer, one.hasAttribute('async')]);
    expect(scripts).toEqual([[true, false]]);
  });
});

const splitRule = (rule: string): [string, string[]] => {
  const [name = '', ...sources] = rule.split(/\s+/);
  return [name, sources];
};
