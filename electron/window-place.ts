import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

/** Where the window stands on the screens, in device-independent pixels. */
export interface WindowPlace {
  readonly x?: number | undefined;
  readonly y?: number | undefined;
  readonly width: number;
  readonly height: number;
  readonly maximized: boolean;
}

/** A screen's area without task bars. */
export interface ScreenArea {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The smallest window in which every pane still has room. */
export const smallestWindow = { width: 1024, height: 640 };

const firstPlace: WindowPlace = { width: 1440, height: 900, maximized: false };

const placeSchema = z.object({
  x: z.int().optional(),
  y: z.int().optional(),
  width: z.int().min(smallestWindow.width),
  height: z.int().min(smallestWindow.height),
  maximized: z.boolean(),
});

/** The place saved in a file; the first place where there is none, or none that makes sense. */
export function loadPlace(file: string, screens: readonly ScreenArea[]): WindowPlace {
  let place: WindowPlace;
  try {
    place = placeSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return firstPlace;
  }
  // A screen may be gone since: then only the size is kept, and the system chooses where.
  return screens.some((screen) => showsTitle(place, screen))
    ? place
    : { ...place, x: undefined, y: undefined };
}

/** Saves the place; a place that can't be saved is no reason to bother anybody. */
export function savePlace(file: string, place: WindowPlace): boolean {
  try {
    writeFileSync(file, JSON.stringify(place));
    return true;
  } catch {
    return false;
  }
}

// Enough of the window's upper edge is on the screen to take hold of it.
function showsTitle({ x, y, width }: WindowPlace, screen: ScreenArea): boolean {
  if (x === undefined || y === undefined) return false;
  const visible = Math.min(x + width, screen.x + screen.width) - Math.max(x, screen.x);
  return visible >= 100 && y >= screen.y && y < screen.y + screen.height - 40;
}
