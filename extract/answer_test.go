package extract_test

import "testing"

// filledIn are what forms and interviews say about facts that they ask for.
var filledIn = map[string]string{
	"no ends a sentence": `
negated | document_confiscation | Passport taken: No. Wages withheld: No. Locked in: No. Beaten: No.
no | wage_withholding | Passport taken: No. Wages withheld: No. Locked in: No. Beaten: No.
no | physical_violence | Passport taken: No. Wages withheld: No. Locked in: No. Beaten: No.
counts | document_confiscation | Did he hurt you? No. He took my passport.
counts | physical_violence | He asked her to go and she said no. The owner beat her that night.
negated | document_confiscation | Retención de documentos: No. Golpes: No.
counts | physical_violence | He drove her there two years ago. The owner beat her that night.
counts | physical_violence | She told me he followed me. The owner beat her that night.`,
}

func TestFilledIn(t *testing.T) {
	readLines(t, filledIn)
}
