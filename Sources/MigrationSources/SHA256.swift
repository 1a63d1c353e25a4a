import CCrypto
import Migrations

extension Checksum {
  /// The SHA-256 of bytes.
  static func sha256(of bytes: some Collection<UInt8>) -> Checksum {
    let bytes = Array(bytes)
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    unsafe bytes.withUnsafeBufferPointer { input in
      unsafe digest.withUnsafeMutableBufferPointer { output in
        _ = unsafe SHA256(input.baseAddress, input.count, output.baseAddress)
      }
    }
    return Checksum(algorithm: .sha256, digest: digest)
  }
}
