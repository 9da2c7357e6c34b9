interface Pen {
  x: number;
  y: number;
}

/**
 * SVG path data as the same outline relative to where the pen stands, `scale` times as large: put
 * `M x y` before it and it is drawn there. Reads the commands M, H, V, L, a and Z only.
 */
export function relativePath(path: string, scale: number): string {
  const pen: Pen = { x: 0, y: 0 };
  const start: Pen = { x: 0, y: 0 };
  let relative = '';
  for (const [, command = '', numbers = ''] of path.matchAll(/([MHVLaZ])([^A-Za-z]*)/gu)) {
    const given = (numbers.match(/-?[\d.]+/gu) ?? []).map(Number);
    relative += step(command, given, pen, scale);
    if (command === 'M') Object.assign(start, pen);
    if (command === 'Z') Object.assign(pen, start);
  }
  return relative;
}

function step(command: string, given: readonly number[], pen: Pen, scale: number): string {
  const short = (number: number): string => String(Math.round(number * scale * 100) / 100);
  if (command === 'Z') return 'z';
  if (command === 'a') return arcs(given, pen, short);
  const [first = 0, second = 0] = given;
  const x = command === 'V' ? pen.x : first;
  const y = command === 'V' ? first : command === 'H' ? pen.y : second;
  const moved = `${short(x - pen.x)} ${short(y - pen.y)}`;
  pen.x = x;
  pen.y = y;
  return (command === 'M' ? 'm' : 'l') + moved;
}

/** Radii and ends of arcs have a size, their rotation and flags have none. */
function arcs(given: readonly number[], pen: Pen, short: (number: number) => string): string {
  let path = '';
  for (let place = 0; place + 7 <= given.length; place += 7) {
    const [rx = 0, ry = 0, turn = 0, large = 0, sweep = 0, dx = 0, dy = 0] = given.slice(place);
    path += `a${[short(rx), short(ry), turn, large, sweep, short(dx), short(dy)].join(' ')}`;
    pen.x += dx;
    pen.y += dy;
  }
  return path;
}
