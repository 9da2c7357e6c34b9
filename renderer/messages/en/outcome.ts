/** How a call ended, as marks and columns say it. */
export const outcome = {
  read: 'read',
  write: 'write',
  failed: 'failed',
  denied: 'denied',
} as const;
