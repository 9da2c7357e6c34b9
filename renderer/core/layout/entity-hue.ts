/** Hues that are told apart at the size of a dot, in degrees from one to the next. */
const hueStep = 30;
/** Each hue comes in so many shades. */
const shades = 3;

/**
 * Degrees on the colour circle for the dot of an entity; each full turn stands for another shade
 * (0 up to 1080, 36 colours in all). The same text has the same colour wherever it is shown, and in
 * every case. Neighbouring texts (addresses of one network) lie far apart.
 */
export function entityHue(text: string): number {
  // FNV-1a, 32 bits, with a last stirring, since the hue takes only few of the bits.
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (((hash ^ (hash >>> 13)) >>> 0) % ((360 / hueStep) * shades)) * hueStep;
}
