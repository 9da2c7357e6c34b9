// Draws build/icons/icon.svg with Chromium into the pictures that packages need. Run by hand after a
// change of the drawing: `node build/make-icons.mjs`.
import { readFile, writeFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { inProject } from './setup/places.mjs';

const sizes = [16, 32, 48, 64, 128, 256, 512, 1024];
// Apple's names of the PNG entries by size: developer.apple.com, "Icon Services".
const icnsTypes = new Map([
  [16, 'icp4'],
  [32, 'icp5'],
  [64, 'icp6'],
  [128, 'ic07'],
  [256, 'ic08'],
  [512, 'ic09'],
  [1024, 'ic10'],
]);

const drawing = await readFile(inProject('build/icons/icon.svg'), 'utf8');
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
/** @type {Map<number, Buffer>} */
const pictures = new Map();
for (const size of sizes) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(
    `<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`,
  );
  const picture = await page.screenshot({ omitBackground: true });
  pictures.set(size, picture);
  await writeFile(inProject(`build/icons/${size}x${size}.png`), picture);
  await page.close();
}
await browser.close();
await writeFile(
  inProject('build/icons/icon.ico'),
  ico([...pictures].filter(([size]) => size <= 256)),
);
await writeFile(inProject('build/icons/icon.icns'), icns(pictures));

// A directory of PNGs, as Windows reads since Vista; 256 is written as 0.
function ico(/** @type {readonly (readonly [number, Buffer])[]} */ images) {
  const head = Buffer.alloc(6 + 16 * images.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(images.length, 4);
  let offset = head.length;
  for (const [place, [size, png]] of images.entries()) {
    const at = 6 + 16 * place;
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...images.map(([, png]) => png)]);
}

function icns(/** @type {ReadonlyMap<number, Buffer>} */ images) {
  const entries = [...icnsTypes].map(([size, type]) =>
    entry(type, images.get(size) ?? Buffer.alloc(0)),
  );
  return entry('icns', Buffer.concat(entries));
}

function entry(/** @type {string} */ type, /** @type {Buffer} */ bytes) {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(bytes.length + head.length, 4);
  return Buffer.concat([head, bytes]);
}
