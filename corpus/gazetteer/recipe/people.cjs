// Prints given and family names as JSON: `first` and `last` from the word list of npm package compromise, `abroad` from the lists of
// npm package @faker-js/faker for languages that are written in Latin letters.
const lexicon = require('compromise').model().one.lexicon
const { allLocales } = require('@faker-js/faker')
const tagged = (...tags) =>
  Object.keys(lexicon).filter((word) => /^[\p{L}'-]+$/u.test(word) && [].concat(lexicon[word]).some((tag) => tags.includes(tag)))
// not it and tr: long lists of rare names, many of them everyday words
const locales =
  'af_ZA az cs_CZ da de en en_GH en_IN en_NG es es_MX fi fr fr_SN hr hu id_ID nb_NO nl pl pt_BR pt_PT ro sk sr_RS_latin sv uz_UZ_latin yo_NG zu_ZA'
const abroad = locales.split(' ').flatMap((locale) => {
  const { generic = [], male = [], female = [] } = allLocales[locale].person.first_name
  return [...generic, ...male, ...female]
})
console.log(
  JSON.stringify({
    first: tagged('MaleName', 'FemaleName', 'FirstName'),
    last: tagged('LastName'),
    abroad: [...new Set(abroad)].filter((name) => /^\p{Lu}\p{L}{2,}$/u.test(name)).sort(),
  }),
)
