// What is said of a command line that cannot be read.
import type * as zh from '../zh-CN/usage.ts'

export const usage: typeof zh.usage = {
  unknownCommand: (name, near) => `There is no command "${name}"${near === '' ? '' : ` (closest: ${near})`}`,
  unknownOption: name => `There is no option "${name}"`,
  missingArgument: name => `Argument ${name} is missing`,
  missingOption: name => `Option ${name} is missing`,
  districtOrPhone:
    'Name the district; without one it is about the telephones of this office, with --phone only',
  subjectOrAll: 'Name one subject, or give --all for everybody; not both, and not neither',
  missingValue: name => `Option ${name} needs a value`,
  badChoice: (option, value, allowed) => `Option ${option} cannot be "${value}"; choose from ${allowed}`,
  badValue: detail => `The value of an option is wrong: ${detail}`,
  conflict: (one, other) => `${one} cannot be used with ${other}`,
  excess: detail => `There are too many arguments: ${detail}`,
  rulingWithout: '--reason, --signer and --on go with a gate or the share being switched',
  gatesForAll: 'a gate is switched for all districts: leave --district out',
}
