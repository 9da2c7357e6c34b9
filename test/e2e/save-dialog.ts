import type { ElectronApplication } from '@playwright/test';

/** Answers the system's save dialog, which no test can click, with this path from now on. */
export async function answerSaveDialog(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
}
