/**
 * Degrees on the colour circle for the dot of an entity: the same text has the same hue wherever
 * it is shown, and in every case. Neighbouring texts (addresses of one network) lie far apart.
 */
export function entityHue(text: string): number {
  // FNV-1a, 32 bits, with a last stirring, since the hue takes only few of the bits.
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 13)) >>> 0) % 360;
}
