import { lettersFor, type ChartDrawing, type DrawnBar } from './chartDrawing';

const SVG = 'http://www.w3.org/2000/svg';

/** The chart as a picture with a name; its colours are the page's, in `demo.css`. */
export function chartPicture(drawing: ChartDrawing): SVGSVGElement {
  const { width, height, title, name, fill, foot, labelsEnd, zero, bars } = drawing;
  const picture = part('svg', {
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
  }) as SVGSVGElement;
  picture.setAttribute('role', 'img');
  picture.setAttribute('aria-label', name);
  picture.classList.add('chart');
  if (fill) picture.style.setProperty('--bar', fill);
  const last = bars.at(-1);
  picture.append(
    part('rect', { class: 'ground', x: 0.5, y: 0.5, width: width - 1, height: height - 1 }),
    words(title, { class: 'title', x: width / 2, y: 22, 'text-anchor': 'middle' }),
    ...bars.flatMap((bar) => drawnBar(bar, labelsEnd)),
    part('line', { class: 'axis', x1: zero, x2: zero, y1: 32, y2: last ? height - 28 : 32 }),
    words(foot, { x: (labelsEnd + width) / 2, y: height - 9, 'text-anchor': 'middle' }),
  );
  return picture;
}

function drawnBar(bar: DrawnBar, labelsEnd: number): SVGElement[] {
  const middle = { y: bar.top + bar.height / 2, 'dominant-baseline': 'central' };
  return [
    words(cut(bar.label, lettersFor(labelsEnd)), { x: labelsEnd, 'text-anchor': 'end', ...middle }),
    part('rect', { class: 'bar', x: bar.left, y: bar.top, width: bar.width, height: bar.height }),
    words(bar.text, { x: bar.textAt, 'text-anchor': bar.goesLeft ? 'end' : 'start', ...middle }),
  ];
}

const cut = (text: string, letters: number): string =>
  text.length > letters ? `${text.slice(0, Math.max(letters - 1, 1))}…` : text;

function words(text: string, attributes: Record<string, string | number>): SVGElement {
  const element = part('text', attributes);
  element.textContent = text;
  return element;
}

function part(name: string, attributes: Record<string, string | number>): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}
