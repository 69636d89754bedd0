/** Long texts are split by chapter above this many characters, so that a page stays light on an old telephone. */
export const WHOLE_TEXT_LIMIT = 120_000
