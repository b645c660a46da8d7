// Prints the given and family names in the word list of npm package compromise as JSON.
const lexicon = require('compromise').model().one.lexicon
const tagged = (...tags) =>
  Object.keys(lexicon).filter((word) => /^[\p{L}'-]+$/u.test(word) && [].concat(lexicon[word]).some((tag) => tags.includes(tag)))
console.log(JSON.stringify({ first: tagged('MaleName', 'FemaleName', 'FirstName'), last: tagged('LastName') }))
