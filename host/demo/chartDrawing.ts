import type { Chart } from '../model/chart';
import { Range } from '../workbook/range';
import { descriptionOf } from '../xlsx/chart-xml';
import { PIXELS_A_POINT } from './sheetView';

/** Pixels of the page's own letters. */
const LETTER = 6.6;
const TITLE_HEIGHT = 34;
const FOOT = 28;
const MARGIN = 12;
/** Between a bar and the words beside it. */
const BREATH = 5;

interface Bar {
  label: string;
  /** As its cell shows it. */
  text: string;
  length: number;
}

/** A bar where it is drawn, with the words beside it. Pixels. */
export interface DrawnBar extends Bar {
  top: number;
  height: number;
  left: number;
  width: number;
  /** Where the text of its length begins, or ends where the bar goes to the left. */
  textAt: number;
  goesLeft: boolean;
}

/** What the page shows of a chart: bars across, whatever their kind in Excel. */
export interface ChartDrawing {
  width: number;
  height: number;
  title: string;
  /** For those who do not see it: what it is, and every bar. */
  name: string;
  fill?: string;
  /** Words under the bars, which say what their lengths are. */
  foot: string;
  /** Where labels end, and where bars begin. */
  labelsEnd: number;
  zero: number;
  bars: DrawnBar[];
}

export function chartDrawing(chart: Chart): ChartDrawing {
  const width = chart.box.width * PIXELS_A_POINT;
  const height = chart.box.height * PIXELS_A_POINT;
  const bars = barsOf(chart);
  const labelsEnd = MARGIN + Math.min(longest(bars, 'label') * LETTER, width * 0.42);
  const room = longest(bars, 'text') * LETTER + BREATH;
  const least = Math.min(0, ...bars.map(({ length }) => length));
  const most = Math.max(0, ...bars.map(({ length }) => length));
  const from = labelsEnd + BREATH + (least < 0 ? room : 0);
  const to = width - MARGIN - (most > 0 ? room : 0);
  const across = (length: number) =>
    most > least ? (length / (most - least)) * Math.max(to - from, 1) : 0;
  const zero = from - across(least);
  const step = (height - TITLE_HEIGHT - FOOT) / Math.max(bars.length, 1);
  const thickness = step / (1 + (chart.series[0]?.gapWidth ?? 0) / 100);
  const title = chart.title.visible ? chart.title.text : '';
  return {
    width,
    height,
    title,
    name: [
      descriptionOf(chart) || 'Chart',
      ...bars.map(({ label, text }) => `${label} ${text}`),
    ].join('; '),
    fill: chart.series[0]?.fill,
    foot: chart.valueAxis.title ?? '',
    labelsEnd,
    zero,
    bars: bars.map((bar, i) => {
      const reach = across(bar.length);
      const goesLeft = bar.length < 0;
      return {
        ...bar,
        top: TITLE_HEIGHT + i * step + (step - thickness) / 2,
        height: thickness,
        left: zero + Math.min(reach, 0),
        width: Math.abs(reach),
        textAt: zero + reach + (goesLeft ? -BREATH : BREATH),
        goesLeft,
      };
    }),
  };
}

/** From the top down. A cell without a number has no bar, and a place. */
function barsOf(chart: Chart): Bar[] {
  const [series] = chart.series;
  if (!series) return [];
  const values = new Range(series.values.sheet, series.values.rect);
  const labels = series.labels && new Range(series.labels.sheet, series.labels.rect).text?.flat();
  const texts = values.text?.flat() ?? [];
  const bars = (values.values ?? []).flat().map((value, i): Bar => {
    const length = typeof value === 'number' ? value : 0;
    return { label: labels?.[i] ?? String(i + 1), text: texts[i] ?? '', length };
  });
  return chart.categoryAxis.reversed || chart.type !== 'BarClustered' ? bars : bars.reverse();
}

const longest = (bars: readonly Bar[], part: 'label' | 'text'): number =>
  Math.max(0, ...bars.map((bar) => bar[part].length));

/** How many letters of a label have room before the bars. */
export const lettersFor = (pixels: number): number => Math.floor(pixels / LETTER);
