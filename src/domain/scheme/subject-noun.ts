// The kinds of subjects, by themselves: problems name them too, and a scheme rests on problems.

/** Who is evaluated: agencies of the roster, or entries of the register of subjects. */
export type SubjectNoun = 'agency' | 'institution' | 'window' | 'platform' | 'community' | 'person'
