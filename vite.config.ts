import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

const unit = 'test/unit';

/** The renderer's build, and the two groups of unit tests. */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [svelte()],
  worker: { format: 'es' },
  build: {
    outDir: '../out/renderer',
    emptyOutDir: true,
    target: 'chrome130',
    // Inlined assets would need data: in the content security policy.
    assetsInlineLimit: 0,
  },
  test: {
    root: '.',
    // It only ends a wait in vain: what is slow on a busy machine is not wrong.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          root: '.',
          name: 'node',
          environment: 'node',
          include: [`${unit}/{core,electron,store,workers,made,build}/**/*.test.ts`],
          // Its files import each other without extensions, which Node does not take.
          server: { deps: { inline: ['dt-sql-parser'] } },
        },
      },
      {
        // Runes are compiled for the server in the node environment, where effects never run.
        extends: true,
        resolve: { conditions: ['browser'] },
        test: {
          root: '.',
          name: 'dom',
          environment: 'jsdom',
          include: [`${unit}/{state,views,ui,host,sources,messages}/**/*.test.ts`],
        },
      },
    ],
  },
});
