import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's top folder. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** What set-up keeps between runs; `npm ci` clears it with the packages. */
export const cache = path.join(root, 'node_modules/.cache/trailwitness');

/** A path below the project's top folder. */
export const inProject = (/** @type {string[]} */ ...parts) => path.join(root, ...parts);

/** Where `npm run dist` puts packages that are for trials only, below the project's folder. */
export const trialFolder = 'release/trial';
