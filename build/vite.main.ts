import { defineConfig } from 'vite';

/** The main process: one module with everything in it but Electron and Node, and what it loads later. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: 'electron/main.ts',
    outDir: 'out/main',
    emptyOutDir: true,
    // The oldest runtime it runs on: see build/setup/registry-runtime.mjs.
    target: 'node20',
    minify: false,
    rolldownOptions: {
      external: ['electron'],
      output: { entryFileNames: 'main.js', chunkFileNames: '[name].js' },
    },
  },
  ssr: { noExternal: true, external: ['electron'] },
});
