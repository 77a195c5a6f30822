type Office = typeof globalThis.Office;
type LoadPane = () => Promise<{ showPane: (place: HTMLElement) => void }>;

const OUTSIDE =
  'This page works inside Excel. Open it there: on the Home tab, press ‘Placement costs’.';
const NO_OFFICE =
  'Excel’s own library could not be loaded, so this pane cannot talk to the workbook. Check the connection, then close the pane and open it again.';
const NO_PANE =
  'The pane could not be loaded. Check the connection, then close it and open it again.';

/**
 * Takes the static page on to the pane: says so where there is no Excel around it, and loads the
 * pane's code only once Excel is there, so that custom functions never wait for it.
 */
export async function leaveFirstPaint(
  place: HTMLElement,
  office: Office | undefined,
  loadPane: LoadPane,
): Promise<void> {
  if (!office) return say(place, NO_OFFICE);
  const { host } = await office.onReady();
  if (host !== office.HostType.Excel) return say(place, OUTSIDE);
  try {
    (await loadPane()).showPane(place);
  } catch {
    say(place, NO_PANE);
  }
}

function say(place: HTMLElement, sentence: string): void {
  const line = place.querySelector('[role="status"]');
  if (line) line.textContent = sentence;
}
