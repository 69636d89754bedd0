import { describe, expect, it } from 'vitest'
import { personalDataIn, personalDataOf } from './personal-data-rules.ts'

describe('the check for personal data', () => {
  it.each([
    'Më telefononi në 069 000 00 00.',
    'Numri im: +355 69 00 00 000',
    'tel. 0690000000',
    'Viber 044-000-000, ju lutem',
    '00383 44 000 000',
    'Banesa 5, tel. 044 123 456, tarifa 1 200 lekë',
    'Hyrja 3 069 200 3000',
    '０６９ 000 00 00 me shifra të gjera',
  ])('finds a telephone number in «%s»', (words) => {
    expect(personalDataIn(words)).toContain('telephone')
  })

  it.each(['Shkruani te arta.shembull@posta.example', 'arta (at) posta.example', 'ARTA@POSTA.EXAMPLE'])(
    'finds an e-mail address in «%s»',
    (words) => {
      expect(personalDataIn(words)).toContain('email')
    },
  )

  it.each(['NID ime është J00000000A.', 'numri personal 1000000000', 'j 00000000 a'])(
    'finds an identity number in «%s»',
    (words) => {
      expect(personalDataIn(words)).toContain('identity-number')
    },
  )

  it.each([
    'Tarifa prej 28 081 250 000 lekësh është e lartë.',
    'Neni 39/1, pika 2, shkronja ç).',
    'Më 21.11.2026, në orën 10:00, deri më 01.12.2026.',
    'Ligji nr. 139/2015, datë 17.12.2015, neni 54.',
    'Familja ime paguan 0,5% më shumë, 1 200 lekë në vit.',
    'Buxheti: 1.044.123.456 lekë, ose 9 044 123,50 euro.',
    'Projekti 2024-2030 për 61 bashki dhe 38 komuna.',
  ])('leaves «%s» alone', (words) => {
    expect(personalDataIn(words)).toEqual([])
  })
})

describe('what a comment would publish', () => {
  const comment = { body: 'Pajtohem.', authorName: null, organisation: null, namePublic: false }

  it('is searched in the name and the organisation too, for they stand above the words', () => {
    expect(personalDataOf({ ...comment, authorName: 'Arta +355 69 000 0000', namePublic: true })).toEqual(['telephone'])
    expect(personalDataOf({ ...comment, organisation: 'arta@posta.example' })).toEqual(['email'])
  })

  it('leaves a name aside that is not published', () => {
    expect(personalDataOf({ ...comment, authorName: 'arta@posta.example' })).toEqual([])
  })
})
