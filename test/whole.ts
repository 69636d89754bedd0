/**
 * `npm test` tries one full variant of what comes in many (language, country, with and without script, version);
 * `npm run proof` sets the variable and tries all of them. `test/README.md` says what is left to it.
 */
export const WHOLE_VARIABLE = 'TEST_WHOLE'
export const WHOLE = process.env[WHOLE_VARIABLE] === 'on'

/** The variants of a test: those of every run, and those that only the proof adds. */
export const variants = <One, Other>(always: readonly One[], inProof: readonly Other[]): readonly (One | Other)[] =>
  WHOLE ? [...always, ...inProof] : always

/** So many of them, beginning with another one for each name; in the proof all of them. */
export function someOf<One>(all: readonly One[], name: string, count: number): readonly One[] {
  if (WHOLE) return all
  const turn = [...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % Math.max(all.length, 1)
  return [...all.slice(turn), ...all.slice(0, turn)].slice(0, count)
}
