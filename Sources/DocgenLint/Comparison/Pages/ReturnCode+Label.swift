import DocgenModel
import DocgenSupport

extension ReturnCode {
  /// The code as messages name it: by its name where it has one.
  var label: String { "'\(name?.value ?? value?.value ?? "")'" }
}
