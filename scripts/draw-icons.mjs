/**
 * Draws the add-in's icons: a roof over a pound sign, white on a teal tile.
 *
 *   node scripts/draw-icons.mjs
 *
 * The mark is a few strokes and one polygon in a unit square, sampled 8 x 8 a pixel, so that the
 * icons are the same bytes on every machine and need no drawing program. Small sizes have
 * heavier strokes of their own: scaled down, the large drawing would blur away.
 */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';

const ASSETS = join(dirname(fileURLToPath(import.meta.url)), '..', 'assets');
const SIZES = [16, 32, 64, 80];
const SAMPLES = 8;
const TILE = [11, 107, 111];
const MARK = [255, 255, 255];

// The drawing ---------------------------------------------------------------------------------

/** Points along a circle's arc, angles in degrees clockwise from three o'clock. */
function arc(x, y, radius, from, to) {
  const steps = 24;
  return Array.from({ length: steps + 1 }, (_, step) => {
    const angle = ((from + ((to - from) * step) / steps) * Math.PI) / 180;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
}

/** The strokes of the mark in units of the tile's side, and how heavy they are. */
function markOf(size) {
  if (size <= 16) return smallMark();
  const pound = [
    ...arc(0.525, 0.535, 0.105, -20, -180),
    [0.42, 0.66],
    [0.405, 0.76],
    [0.365, 0.81],
  ];
  return {
    corner: 0.2,
    strokes: [
      {
        width: 0.085,
        points: [
          [0.17, 0.43],
          [0.5, 0.155],
          [0.83, 0.43],
        ],
      },
      { width: 0.085, points: pound },
      {
        width: 0.085,
        points: [
          [0.365, 0.81],
          [0.645, 0.81],
        ],
      },
      {
        width: 0.07,
        points: [
          [0.335, 0.645],
          [0.56, 0.645],
        ],
      },
    ],
  };
}

/** At 16 px every stroke lies on the pixel grid. */
function smallMark() {
  const at = (points) => points.map(([x, y]) => [x / 16, y / 16]);
  return {
    corner: 3 / 16,
    strokes: [
      {
        width: 1.5 / 16,
        points: at([
          [2.5, 6.75],
          [8, 2.25],
          [13.5, 6.75],
        ]),
      },
      {
        width: 1.5 / 16,
        points: at([
          [10, 8.1],
          [9.4, 7.3],
          [8.4, 7],
          [7.3, 7.4],
          [6.75, 8.5],
          [6.75, 11],
          [6, 13.25],
        ]),
      },
      {
        width: 1.5 / 16,
        points: at([
          [6, 13.25],
          [10.25, 13.25],
        ]),
      },
      {
        width: 1 / 16,
        points: at([
          [5.5, 10.5],
          [9, 10.5],
        ]),
      },
    ],
  };
}

// Painting ------------------------------------------------------------------------------------

function distanceToSegment(x, y, [x1, y1], [x2, y2]) {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  const along =
    length === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / length));
  return Math.hypot(x - x1 - along * dx, y - y1 - along * dy);
}

const onStroke = (x, y) => (stroke) =>
  stroke.points.some(
    (point, index) =>
      index > 0 && distanceToSegment(x, y, stroke.points[index - 1], point) <= stroke.width / 2,
  );

/** Whether a point lies in the unit square with rounded corners. */
function onTile(x, y, corner) {
  const dx = Math.max(corner - x, x - (1 - corner), 0);
  const dy = Math.max(corner - y, y - (1 - corner), 0);
  return dx * dx + dy * dy <= corner * corner;
}

/** One pixel as [red, green, blue, alpha], each 0 to 255. */
function pixel(mark, size, column, row) {
  let [tile, white] = [0, 0];
  for (let sample = 0; sample < SAMPLES * SAMPLES; sample++) {
    const x = (column + ((sample % SAMPLES) + 0.5) / SAMPLES) / size;
    const y = (row + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES) / size;
    if (!onTile(x, y, mark.corner)) continue;
    tile++;
    if (mark.strokes.some(onStroke(x, y))) white++;
  }
  const share = tile === 0 ? 0 : white / tile;
  const colour = TILE.map((part, index) => Math.round(part + (MARK[index] - part) * share));
  return [...colour, Math.round((255 * tile) / (SAMPLES * SAMPLES))];
}

function paint(size) {
  const mark = markOf(size);
  const rows = [];
  for (let row = 0; row < size; row++) {
    const line = [0]; // PNG filter 0: the bytes as they are
    for (let column = 0; column < size; column++) line.push(...pixel(mark, size, column, row));
    rows.push(Buffer.from(line));
  }
  return Buffer.concat(rows);
}

// PNG -----------------------------------------------------------------------------------------

/** The checksum that PNG asks for of each chunk (PNG specification, annex D). */
function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

function png(size, scanlines) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8); // 8 bits a channel, red green blue alpha, not interlaced
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(scanlines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

for (const size of SIZES) {
  writeFileSync(join(ASSETS, `icon-${size}.png`), png(size, paint(size)));
}
