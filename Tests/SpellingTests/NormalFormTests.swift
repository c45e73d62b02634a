import Foundation
import Spelling
import Testing

/// Normal forms, compared with those of another library.
@Suite struct NormalFormTests {
  @Test(arguments: [
    (NormalForm.composed, "e\u{301}ﬁＡ", "éﬁＡ"), (.plainComposed, "e\u{301}ﬁＡ", "éfiA"),
    (.plainDecomposed, "éﬁＡ", "e\u{301}fiA"), (.composed, "a\0b", "a\0b"), (.plainComposed, "é\0é", "é\0é"),
    (.composed, "", ""), (.folded, "Ćapek ＆ SYNOVÉ Straße", "capek & synove strasse"), (.folded, "PLAIN", "plain"),
    (.caseFolded, "E\u{301}ﬁＡ Straße PLAIN", "éfiａ strasse plain"),
  ])
  func `a text takes the form`(form: NormalForm, text: String, expected: String) {
    // Compared by scalar, because Swift treats all normal forms of a text as equal.
    #expect(Array(text.normalized(form).unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test func `every scalar of the basic plane has the forms that Foundation gives it`() {
    for value in UInt32(0)...0xFFFF {
      // Unassigned scalars may have got a form in a later Unicode.
      guard let scalar = Unicode.Scalar(value), scalar.properties.generalCategory != .unassigned,
        let age = scalar.properties.age, age.major < 15
      else { continue }
      let text = "x\(Character(scalar))\u{301}"
      #expect(
        text.normalized(.composed).unicodeScalars.elementsEqual(
          text.precomposedStringWithCanonicalMapping.unicodeScalars))
      #expect(
        text.normalized(.plainComposed).unicodeScalars.elementsEqual(
          text.precomposedStringWithCompatibilityMapping.unicodeScalars))
      #expect(
        text.normalized(.plainDecomposed).unicodeScalars.elementsEqual(
          text.decomposedStringWithCompatibilityMapping.unicodeScalars))
    }
  }
}
