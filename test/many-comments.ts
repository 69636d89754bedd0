import { withdrawComment } from '#modules/consultations/comments/withdraw-comment.ts'
import { givenComment, givenConsultation } from '#modules/consultations/testing.ts'
import type { Services } from '#platform/services.ts'

/** Comments on two consultations, some of organisations, some without a name, some withdrawn. */
export async function addManyComments(services: Services, count: number): Promise<void> {
  const places = [
    await givenConsultation(services, { institution: 'prova' }),
    await givenConsultation(services, { institution: 'provas' }),
  ]
  for (let n = 0; n < count; n += 1) {
    const place = places[n % 2]
    if (!place) return
    const comment = await givenComment(services, place, {
      body: `Propozimi ${n}: tregu të hapet një orë më herët, që të vijnë edhe ata që punojnë.`,
      namePublic: n % 3 !== 0,
      ...(n % 7 === 0 && { onBehalf: 'organisation' as const, organisation: `Shoqata ${n}` }),
    })
    if (n % 11 === 0) await withdrawComment(services, { token: comment.token })
  }
}
