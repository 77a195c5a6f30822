import { createRequire } from 'node:module';
import type { Canvas, SKRSContext2D } from '@napi-rs/canvas';

type CanvasLibrary = typeof import('@napi-rs/canvas');

let library: CanvasLibrary | undefined;

/** Loaded at the first use; its binary is not there for every kind of machine. */
function canvasLibrary(): CanvasLibrary | undefined {
  try {
    return (library ??= createRequire(__filename)('@napi-rs/canvas') as CanvasLibrary);
  } catch {
    return undefined;
  }
}

/**
 * What a browser's OffscreenCanvas does, as far as the add-in draws: jsdom has none. It draws with the
 * machine's own fonts; a machine without any measures every text as nothing, as a browser would not.
 * Where the library has no binary there is no context, as in a browser without canvases.
 */
export class DrawingCanvas {
  private readonly canvas: Canvas | undefined;

  constructor(
    readonly width: number,
    readonly height: number,
  ) {
    this.canvas = canvasLibrary()?.createCanvas(width, height);
  }

  getContext(kind: string): SKRSContext2D | null {
    return kind === '2d' ? (this.canvas?.getContext('2d') ?? null) : null;
  }

  async convertToBlob({ type = 'image/png' }: { type?: string } = {}): Promise<Blob> {
    if (!this.canvas || type !== 'image/png') throw new Error(`There is no ${type} to be had.`);
    return new Blob([new Uint8Array(await this.canvas.encode('png'))], { type });
  }
}
