import DocgenModel
import Testing

@Suite struct SlugTests {
  @Test(arguments: [
    ("Return value", "return-value"), ("See also", "see-also"), ("CIM_Job class", "cim_job-class"),
    ("What's new?", "whats-new"), ("C++ and C#", "c-and-c"), ("a - b", "a---b"), ("X::Y (x.h)", "xy-xh"),
    ("Rückgabewert", "rückgabewert"), ("Étape 2", "étape-2"), ("IID_IUnknown", "iid_iunknown"), ("値", "値"),
    ("½ cup", "½-cup"), ("", "section"), ("!?", "section"),
  ])
  func makesAnchors(_ title: String, _ expected: String) {
    #expect(AnchorStyle().anchor(of: title) == expected)
  }
}
