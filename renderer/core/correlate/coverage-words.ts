/** What every coverage gap means, in exports. */
export const coverageWarning = 'Absence of events is not absence of action.';
