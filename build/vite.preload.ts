import { defineConfig } from 'vite';

/** The preload script: a sandboxed one can load no other file, and no ES module. */
export default defineConfig({
  publicDir: false,
  build: {
    lib: { entry: 'electron/preload.ts', formats: ['cjs'], fileName: () => 'preload.cjs' },
    outDir: 'out/main',
    emptyOutDir: false,
    target: 'chrome130',
    minify: false,
    rolldownOptions: { external: ['electron'] },
  },
});
