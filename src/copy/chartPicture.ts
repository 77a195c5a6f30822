import { displayCell } from '../reports/display';
import type { SignStyle } from '../reports/plan';
import type { PublishedChart } from '../reports/published';

/** A PNG, and how large it is shown: it has more dots than that, so that print is sharp. */
export interface ChartPicture {
  png: Uint8Array<ArrayBuffer>;
  /** CSS pixels, 96 an inch. */
  width: number;
  height: number;
}

type Canvas = OffscreenCanvas | HTMLCanvasElement;
type Context = OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D;

const WIDTH = 640;
/** Dots a pixel. */
const SHARPNESS = 3;

const LETTERS = '13px Arial, "Liberation Sans", "DejaVu Sans", sans-serif';
const LINE = 16;
const BAR = { height: 16, apart: 10 };
const MARGIN = 8;
/** Between a bar and the words beside it. */
const BREATH = 6;
/** Lines that a name may take, and of the picture's width what all names may take. */
const NAME = { lines: 2, width: 0.4 };

const INK = '#000000';
const GROUND = '#FFFFFF';
/** 7 to 1 against the ground; every bar has its figure beside it, so that no colour says anything. */
const FILL = '#0B5394';

/**
 * Bars across, one below the other, each with its name and its figure. Undefined where nothing can be
 * drawn: no canvas, or one without a font, on which figures and names would be missing.
 */
export async function chartPicture(
  chart: PublishedChart,
  signs: SignStyle,
): Promise<ChartPicture | undefined> {
  const ruler = contextOf(canvasOf(1, 1));
  if (!ruler) return undefined;
  ruler.font = LETTERS;
  if (ruler.measureText('Figure').width === 0) return undefined;
  const drawing = drawingOf(chart, signs, (text) => ruler.measureText(text).width);
  const canvas = canvasOf(WIDTH * SHARPNESS, drawing.height * SHARPNESS);
  const context = contextOf(canvas);
  if (!canvas || !context) return undefined;
  context.scale(SHARPNESS, SHARPNESS);
  draw(context, drawing);
  return { png: await pngOf(canvas), width: WIDTH, height: drawing.height };
}

/** A pane's browser has canvases; another page has one where its host gives it one. */
function canvasOf(width: number, height: number): Canvas | undefined {
  if (typeof OffscreenCanvas !== 'undefined') return new OffscreenCanvas(width, height);
  if (typeof document === 'undefined') return undefined;
  return Object.assign(document.createElement('canvas'), { width, height });
}

const contextOf = (canvas: Canvas | undefined): Context | null =>
  (canvas?.getContext('2d') as Context | null | undefined) ?? null;

async function pngOf(canvas: Canvas): Promise<Uint8Array<ArrayBuffer>> {
  const blob =
    'convertToBlob' in canvas
      ? await canvas.convertToBlob({ type: 'image/png' })
      : await new Promise<Blob | null>((made) => canvas.toBlob(made, 'image/png'));
  if (!blob) throw new Error('The chart is too large to be made a picture.');
  return new Uint8Array(await blob.arrayBuffer());
}

/** Where everything stands, in CSS pixels. */
export interface Drawing {
  height: number;
  /** Where names end, and where bars begin. */
  namesEnd: number;
  zero: number;
  /** Says what the lengths are, below the bars. */
  foot: string;
  bars: DrawnBar[];
}

interface DrawnBar {
  /** The name's lines. */
  lines: string[];
  /** The figure as the table shows it. */
  figure: string;
  /** The middle of the bar. */
  middle: number;
  left: number;
  width: number;
  /** Where the figure begins, or ends where the bar goes to the left. */
  figureAt: number;
  goesLeft: boolean;
}

export function drawingOf(
  { bars, measure }: PublishedChart,
  signs: SignStyle,
  measured: (text: string) => number,
): Drawing {
  const most = WIDTH * NAME.width;
  const names = bars.map(({ label }) => wrapped(label, most, measured));
  const figures = bars.map(({ value }) => displayCell(value, measure.format, signs));
  const namesEnd = MARGIN + Math.max(0, ...names.flat().map(measured));
  const room = (reaches: (value: number) => boolean): number =>
    Math.max(
      0,
      ...bars.flatMap(({ value }, i) => (reaches(value) ? [measured(figures[i]!) + BREATH] : [])),
    );
  const least = Math.min(0, ...bars.map(({ value }) => value));
  const greatest = Math.max(0, ...bars.map(({ value }) => value));
  const from = namesEnd + BREATH + room((value) => value < 0);
  const to = WIDTH - MARGIN - room((value) => value >= 0);
  const across = (value: number): number =>
    greatest > least ? (value / (greatest - least)) * Math.max(to - from, 1) : 0;
  const zero = from - across(least);
  let bottom = MARGIN;
  const drawn = bars.map(({ value }, i): DrawnBar => {
    const height = Math.max(BAR.height, names[i]!.length * LINE) + BAR.apart;
    const middle = bottom + height / 2;
    bottom += height;
    const goesLeft = value < 0;
    return {
      lines: names[i]!,
      figure: figures[i]!,
      middle,
      left: zero + Math.min(across(value), 0),
      width: Math.abs(across(value)),
      figureAt: zero + across(value) + (goesLeft ? -BREATH : BREATH),
      goesLeft,
    };
  });
  const height = Math.ceil(bottom + LINE + 2 * MARGIN);
  return { height, namesEnd, zero, foot: measure.heading, bars: drawn };
}

/** A name in lines no wider than that; what more lines would take is cut, and is whole in the table. */
function wrapped(name: string, width: number, measured: (text: string) => number): string[] {
  const lines: string[] = [];
  let rest = name.split(/\s+/).join(' ');
  while (rest !== '' && lines.length < NAME.lines) {
    const isLast = lines.length === NAME.lines - 1;
    if (measured(rest) <= width) return [...lines, rest];
    const fits = longestStart(rest, (start) => measured(isLast ? `${start}…` : start) <= width);
    const words = isLast ? 0 : rest.lastIndexOf(' ', fits);
    const end = words > 0 ? words : fits;
    lines.push(isLast ? `${rest.slice(0, end).trimEnd()}…` : rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  return lines;
}

/** Letters from the start on that fit; one at least. */
function longestStart(text: string, fits: (start: string) => boolean): number {
  let length = 1;
  while (length < text.length && fits(text.slice(0, length + 1))) length += 1;
  return length;
}

function draw(context: Context, { height, namesEnd, zero, foot, bars }: Drawing): void {
  context.fillStyle = GROUND;
  context.fillRect(0, 0, WIDTH, height);
  context.font = LETTERS;
  context.textBaseline = 'middle';
  for (const { lines, figure, middle, left, width, figureAt, goesLeft } of bars) {
    context.fillStyle = FILL;
    context.fillRect(left, middle - BAR.height / 2, width, BAR.height);
    context.fillStyle = INK;
    context.textAlign = 'right';
    lines.forEach((line, i) =>
      context.fillText(line, namesEnd, middle + (i - (lines.length - 1) / 2) * LINE),
    );
    context.textAlign = goesLeft ? 'right' : 'left';
    context.fillText(figure, figureAt, middle);
  }
  context.fillStyle = INK;
  context.fillRect(zero - 0.5, MARGIN, 1, height - LINE - 3 * MARGIN);
  context.textAlign = 'center';
  context.fillText(foot, (namesEnd + WIDTH) / 2, height - MARGIN - LINE / 2);
}
