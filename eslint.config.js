import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import ts from 'typescript-eslint';

const exportByName = { selector: 'ExportDefaultDeclaration', message: 'Export by name.' };

export default defineConfig(
  { ignores: ['out/', 'release/', 'eslint.config.js', 'build/**/*.mjs', 'build/**/*.cjs'] },
  js.configs.recommended,
  ts.configs.strictTypeChecked,
  ts.configs.stylisticTypeChecked,
  svelte.configs.recommended,
  prettier,
  svelte.configs.prettier,
  {
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.svelte'],
      },
    },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', exportByName],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'electron',
              importNames: ['ipcMain', 'ipcRenderer'],
              message: 'Only electron/ipc/handle.ts and electron/preload.ts.',
            },
          ],
        },
      ],
      // The state classes want plain Map and Set, replaced whole (see CONTRIBUTING.md, State).
      'svelte/prefer-svelte-reactivity': 'off',
      'svelte/button-has-type': 'error',
      'svelte/no-at-html-tags': 'error',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
  },
  {
    files: ['electron/ipc/handle.ts', 'electron/preload.ts'],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    files: ['renderer/core/**'],
    rules: { 'no-restricted-globals': ['error', 'self', 'postMessage', 'indexedDB', 'fetch'] },
  },
  // AssemblyScript: it has whole numbers of 64 bits, and knows of loops without end only these.
  {
    files: ['renderer/scanner/**'],
    rules: {
      'no-loss-of-precision': 'off',
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: true },
      ],
    },
  },
  // Vite, Vitest and Playwright read their settings from a default export.
  {
    files: ['*.config.ts', 'build/vite.*.ts', 'build/electron-builder.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
);
