import type { MarksPicture } from './marks-picture.ts';
import { paintMarks } from './paint-marks.ts';

/** Paints the newest picture once a frame, however often it is handed one. */
export interface MarksPainter {
  show(picture: MarksPicture): void;
  stop(): void;
}

/** Keeps the canvas as large as the picture, in device pixels. */
export function createMarksPainter(canvas: HTMLCanvasElement): MarksPainter {
  const context = canvas.getContext('2d');
  let frame = 0;
  let newest: MarksPicture | undefined;
  const paint = () => {
    frame = 0;
    if (newest === undefined || context === null) return;
    const width = Math.round(newest.scale.width * newest.pixelRatio);
    const height = Math.round(newest.height * newest.pixelRatio);
    // Setting a canvas's size clears it and costs a new buffer, even where it stays the same.
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    paintMarks(context, newest);
  };
  return {
    show(picture) {
      newest = picture;
      if (frame === 0) frame = requestAnimationFrame(paint);
    },
    stop() {
      cancelAnimationFrame(frame);
    },
  };
}
