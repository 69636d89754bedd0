import { expect, it } from 'vitest'
import { ALL_RULES } from '#law/rules/rules.ts'
import { shortLawName } from './law-name-rules.ts'

it('keeps of a law its number and its article', () => {
  const short = (id: string) => {
    const rule = ALL_RULES.find((one) => one.id === id)
    return rule && [shortLawName(rule.lawName.sq), shortLawName(rule.lawName.en)]
  }
  expect(short('AL-FOI-ANSWER')).toEqual(['Ligji nr. 119/2014, neni 15', 'Law No. 119/2014, Article 15'])
  expect(short('AL-CPA-DECIDE')).toEqual(['Ligji nr. 44/2015, neni 91', 'Law No. 44/2015, Article 91'])
  expect(short('XK-FOI-ANSWER')).toEqual([
    'Ligji nr. 06/L-081 (neni nuk është parë)',
    'Law No. 06/L-081 (article not seen)',
  ])
  expect(short('XK-CONS-MUN')).toEqual([
    'Udhëzimi Administrativ (MAPL) nr. 06/2018',
    'Administrative Instruction (MAPL) No. 06/2018',
  ])
})

it('leaves the article of another law with that law', () => {
  expect(shortLawName('Ligji nr. 54/2019 «Për nismën ligjvënëse»; Kushtetuta, neni 81, pika 1')).toBe(
    'Ligji nr. 54/2019; Kushtetuta, neni 81, pika 1',
  )
})

it('loses no number and no article of any rule', () => {
  const lost = ALL_RULES.flatMap(({ id, lawName }) =>
    [lawName.sq, lawName.en]
      .filter((name) => {
        const numbers = (words: string) => words.replace(/[«(][^»)]*[»)]/g, '').match(/\d[\d/.–-]*/g)?.length ?? 0
        return numbers(shortLawName(name)) !== numbers(name)
      })
      .map((name) => `${id}: ${name}`),
  )
  expect(lost).toEqual([])
})

it('leaves a name without a number as it is', () => {
  expect(shortLawName('Kushtetuta, neni 48')).toBe('Kushtetuta, neni 48')
})
