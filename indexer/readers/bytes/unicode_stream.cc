// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/bytes/unicode_stream.h"

#include <unicode/ucnv.h>
#include <unicode/utf8.h>

#include <array>
#include <memory>
#include <stdexcept>

#include "indexer/readers/open_dump.h"

namespace broadsheet {

namespace {

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

Converter open_converter(const char* charset) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(charset, &status), &ucnv_close);
  if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU has no converter for ") + charset);
  return converter;
}

/// Bytes of one charset as UTF-8.
class ConvertedStream : public ByteStream {
 public:
  ConvertedStream(InputBuffer input, const char* charset)
      : input_(std::move(input)), from_(open_converter(charset)), to_(open_converter("UTF-8")) {}

  std::size_t read(std::span<char> buffer) override {
    char* out = buffer.data();
    while (out == buffer.data() && !finished_) convert(out, buffer.data() + buffer.size());
    return static_cast<std::size_t>(out - buffer.data());
  }

 private:
  void convert(char*& out, const char* limit) {
    const std::string_view bytes = input_.peek(1);
    if (bytes.empty() && !input_.failure().empty()) throw StreamError(input_.failure());
    const char* in = bytes.data();
    UErrorCode status = U_ZERO_ERROR;
    ucnv_convertEx(to_.get(), from_.get(), &out, limit, &in, bytes.data() + bytes.size(), pivot_.data(),
                   &pivot_begin_, &pivot_end_, pivot_.data() + pivot_.size(), false, bytes.empty(), &status);
    input_.take(static_cast<std::size_t>(in - bytes.data()));
    finished_ = status != U_BUFFER_OVERFLOW_ERROR && (bytes.empty() || U_FAILURE(status));
  }

  InputBuffer input_;
  Converter from_;
  Converter to_;
  std::array<UChar, 4096> pivot_{};
  UChar* pivot_begin_ = pivot_.data();
  UChar* pivot_end_ = pivot_.data();
  bool finished_ = false;
};

struct Signature {
  std::string_view bytes;
  const char* charset;
  std::size_t mark;  // how many of the bytes are a byte order mark
};

using namespace std::string_view_literals;

// The longer before the shorter that begins it.
constexpr Signature kSignatures[] = {
    {"\xFF\xFE\0\0"sv, "UTF-32LE", 4}, {"\0\0\xFE\xFF"sv, "UTF-32BE", 4}, {"\xFF\xFE"sv, "UTF-16LE", 2},
    {"\xFE\xFF"sv, "UTF-16BE", 2},     {"\xEF\xBB\xBF"sv, "UTF-8", 3},
};

bool is_ascii_text(char c) {
  return (c >= ' ' && c < '\x7F') || c == '\n' || c == '\r' || c == '\t';
}

const char* unmarked_utf16(std::string_view bytes) {
  if (bytes.size() < 4) return nullptr;
  const bool even_zero = bytes[0] == 0 && bytes[2] == 0;
  const bool odd_zero = bytes[1] == 0 && bytes[3] == 0;
  if (odd_zero && is_ascii_text(bytes[0]) && is_ascii_text(bytes[2])) return "UTF-16LE";
  if (even_zero && is_ascii_text(bytes[1]) && is_ascii_text(bytes[3])) return "UTF-16BE";
  return nullptr;
}

AsciiCompatible converted(InputBuffer input, const char* charset) {
  return {InputBuffer(std::make_unique<ConvertedStream>(std::move(input), charset)), "utf-8"};
}

/// The code points of a text, U_SENTINEL for each byte that is in no well-formed sequence.
template <typename Use>
void for_each_code_point(std::string_view text, Use use) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t i = 0; i < size;) {
    const std::int32_t start = i;
    UChar32 c;
    U8_NEXT(bytes, i, size, c);
    if (c < 0) i = start + 1;
    use(c, text.substr(static_cast<std::size_t>(start), static_cast<std::size_t>(i - start)));
  }
}

bool is_mostly_utf8(std::string_view text) {
  std::size_t good = 0;
  std::size_t bad = 0;
  for_each_code_point(text, [&](UChar32 c, std::string_view) {
    good += c > 0x7F ? 1 : 0;
    bad += c < 0 ? 1 : 0;
  });
  return good > bad;
}

std::string windows_1252_byte(std::string_view byte) {
  static const Converter converter = open_converter("windows-1252");
  UErrorCode status = U_ZERO_ERROR;
  std::array<char, 8> utf8{};
  const auto n =
      ucnv_toAlgorithmic(UCNV_UTF8, converter.get(), utf8.data(), utf8.size(), byte.data(), 1, &status);
  return {utf8.data(), static_cast<std::size_t>(n)};
}

/// UTF-8 of each byte from 0x80; made once, so that the converter is not shared between threads.
const std::array<std::string, 128>& windows_1252_table() {
  static const std::array<std::string, 128> table = [] {
    std::array<std::string, 128> made;
    for (std::size_t i = 0; i < made.size(); ++i) {
      const char byte = static_cast<char>(0x80 + i);
      made[i] = windows_1252_byte({&byte, 1});
    }
    return made;
  }();
  return table;
}

}  // namespace

AsciiCompatible to_ascii_compatible(InputBuffer input) {
  const std::string_view bytes = input.peek(4);
  for (const Signature& signature : kSignatures) {
    if (!bytes.starts_with(signature.bytes)) continue;
    input.take(signature.mark);
    if (signature.charset == "UTF-8"sv) return {std::move(input), "utf-8"};
    return converted(std::move(input), signature.charset);
  }
  if (const char* charset = unmarked_utf16(bytes)) return converted(std::move(input), charset);
  return {std::move(input), ""};
}

std::optional<InputBuffer> decoded_stream(InputBuffer& input, const std::string& charset) {
  UErrorCode status = U_ZERO_ERROR;
  const Converter known(ucnv_open(charset.c_str(), &status), &ucnv_close);
  if (U_FAILURE(status)) return std::nullopt;
  return InputBuffer(std::make_unique<ConvertedStream>(std::move(input), charset.c_str()));
}

std::string repair_utf8(std::string_view text) {
  const bool damaged = is_mostly_utf8(text);
  std::string repaired;
  repaired.reserve(text.size() + text.size() / 8);
  for_each_code_point(text, [&](UChar32 c, std::string_view bytes) {
    if (c >= 0) {
      repaired += bytes;
    } else if (damaged) {
      repaired += "\xEF\xBF\xBD";
    } else {
      repaired += windows_1252_table()[static_cast<unsigned char>(bytes[0]) - 0x80U];
    }
  });
  return repaired;
}

}  // namespace broadsheet
