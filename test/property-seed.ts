import fc from 'fast-check'

/** For `npm run proof -- properties`: another seed than the one of every run. */
export const PROPERTY_SEED_VARIABLE = 'PROPERTY_SEED'

/**
 * Examples of properties are invented from one seed, the same in every run: a fault that they find stays found, and a run
 * never fails for what nobody has changed. New examples come from the proof, which names its seed.
 */
const SEED = 22_112_026

fc.configureGlobal({ seed: Number(process.env[PROPERTY_SEED_VARIABLE] ?? SEED) })
