#include "format/link.h"

#include <algorithm>
#include <set>

#include "format/deflate.h"
#include "format/json.h"
#include "format/json_tree.h"
#include "format/link_words.h"
#include "format/packed_json.h"
#include "format/packed_values.h"
#include "text/base64.h"
#include "text/sha256.h"

namespace format {
namespace {

using namespace document;

constexpr std::string_view kVersion = "q1=";
constexpr std::size_t kMostUnpacked = std::size_t{16} << 20, kMostJson = std::size_t{64} << 20;
constexpr std::size_t kCheckSize = 3;

// Chat programs and services as of 2026: research by their users, not promises of theirs.
constexpr LinkLimit kLimits[] = {
    {"short-link services", 2048}, {"a QR code", 2953},     {"Slack", 4000}, {"X", 4088}, {"Reddit", 10000},
    {"Firefox", 1'000'000},        {"Chromium", 2'097'100},
};

std::string check_of(std::string_view packed) { return bytes_of_hex(text::sha256(packed).substr(0, 2 * kCheckSize)).value_or(""); }

// What a scope leaves out, and what would name it.
Document in_scope(Document d, LinkScope scope) {
  d.original = {};
  if (scope == LinkScope::kText) return d;
  d.article.blocks.clear();
  if (scope == LinkScope::kSpeakers) {
    d.quotations.clear();
    d.lost.erase_if([](const LostMark& mark) { return mark.list == "quotations"; });
    for (std::size_t i = 0; i < d.claims.size(); ++i)
      if (d.claims[i].attribution.quotation) d.claims.edit(i).attribution.quotation = std::nullopt;
  }
  std::set<std::string_view> left;
  for (const Speaker& s : d.speakers) left.insert(s.id.text());
  for (const Quotation& q : d.quotations) left.insert(q.id.text());
  for (const Claim& c : d.claims) left.insert(c.id.text());
  for (const LostMark& mark : d.lost) left.insert(mark.id);
  // A note may be on a note: what goes takes with it what is on it.
  for (std::size_t before = 0; before != left.size();) {
    before = left.size();
    for (const Note& n : d.notes)
      if (left.contains(n.target)) left.insert(n.id.text());
  }
  d.notes.erase_if([&](const Note& n) { return !left.contains(n.target); });
  return d;
}

std::string without_white_space(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (c != ' ' && c != '\n' && c != '\r' && c != '\t') out += c;
  return out;
}

// What stands behind "#", or all of it.
std::string_view fragment_of(std::string_view address) {
  const std::size_t hash = address.find('#');
  return hash == std::string_view::npos ? address : address.substr(hash + 1);
}

}  // namespace

std::span<const LinkLimit> link_limits() { return kLimits; }

std::string write_link(const Document& d, LinkScope scope) {
  const Document shared = in_scope(d, scope);
  const auto tree = parse_json(scope == LinkScope::kText ? write_json_line(shared) : write_marks_line(shared));
  PackedJson packed = tree.ok() ? pack((*tree)->root()) : PackedJson();
  std::string head(1, static_cast<char>(scope));
  put_varint(head, packed.words.size());
  const std::string all = deflated({head + packed.words, packed.structure}, kLinkWords);
  return "#" + std::string(kVersion) + text::base64url(all + check_of(all));
}

text::Result<Link> read_link(std::string_view address) {
  const std::string clean = without_white_space(address);
  const std::string_view fragment = fragment_of(clean);
  if (!fragment.starts_with(kVersion)) {
    const std::size_t equals = fragment.find('=');
    const bool other = equals > 1 && equals < 6 && fragment.starts_with('q') &&
                       fragment.substr(1, equals - 1).find_first_not_of("0123456789") == std::string_view::npos;
    if (other)
      return text::Error{
          "", "the link is of a newer kind (" + std::string(fragment.substr(0, equals)) + ") than this program knows, which is q1"};
    return text::Error{"", "this is no link of Quoth: it lacks #q1="};
  }
  const std::string_view letters = fragment.substr(kVersion.size());
  const std::size_t odd = letters.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=");
  if (odd != std::string_view::npos)
    return text::Error{
        "", "the link has a character at " + std::to_string(clean.size() - letters.size() + odd + 1) + " that does not belong there"};
  const text::Error damaged{"", "the link is incomplete, or was changed on its way"};
  const auto all = text::bytes_of_base64url(letters);
  if (!all || all->size() <= kCheckSize) return damaged;
  const std::string_view packed = std::string_view(*all).substr(0, all->size() - kCheckSize);
  if (check_of(packed) != std::string_view(*all).substr(packed.size())) return damaged;
  const auto unpacked = inflated(packed, kMostUnpacked, kLinkWords);
  if (!unpacked) return damaged;
  if (unpacked->too_large) return text::Error{"", "the link unpacks to more than 16 MB, which is more than an annotation file can be"};

  const std::string_view bytes = unpacked->bytes;
  std::size_t at = 1;
  std::uint64_t words = 0;
  int shift = 0;
  bool more = true;
  for (; more && at < bytes.size() && shift < 35; ++at, shift += 7) {
    words |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[at]) & 127) << shift;
    more = static_cast<unsigned char>(bytes[at]) >= 128;
  }
  if (bytes.empty() || more || bytes[0] > static_cast<char>(LinkScope::kSpeakers) || bytes[0] < 0 || words > bytes.size() - at)
    return damaged;
  auto file = unpack(bytes.substr(at, static_cast<std::size_t>(words)), bytes.substr(at + static_cast<std::size_t>(words)), kMostJson);
  if (!file.ok()) return text::Error{"", "the link " + file.error().message};
  Link out{static_cast<LinkScope>(bytes[0]), std::move(*file), {}, {}};
  const auto tree = parse_json(out.file);
  if (!tree.ok()) return text::Error{"", "the link holds no annotation file: " + to_string(tree.error())};
  const auto said = [&](std::string_view key) {
    const JsonValue value = (*tree)->root()["document"][key];
    return std::string(value.is(JsonKind::string) ? value.text() : "");
  };
  out.url = said("url");
  out.title = said("title");
  return out;
}

bool looks_like_link(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return false;
  bytes.remove_prefix(first);
  if (bytes.starts_with("#q1=") || bytes.starts_with("q1=")) return true;
  const std::string_view address = bytes.substr(0, bytes.find_first_of(" \t\r\n"));
  return (address.starts_with("https://") || address.starts_with("http://") || address.starts_with("file://")) &&
         address.find("#q1=") != std::string_view::npos;
}

std::string write_text_link(const Document& d) { return write_link(d, LinkScope::kText) + "\n"; }
std::string write_marks_link(const Document& d) { return write_link(d, LinkScope::kMarks) + "\n"; }
std::string write_speakers_link(const Document& d) { return write_link(d, LinkScope::kSpeakers) + "\n"; }

text::Result<Document> read_text_link(std::string_view address) {
  const auto link = read_link(address);
  if (!link.ok()) return link.error();
  auto d = read_json(link->file);
  if (d.ok()) d->original = {};  // the person who saves it gets a file as others are
  return d;
}

text::Result<Document> read_link_over(std::string_view address, const Article& article) {
  const auto link = read_link(address);
  return link.ok() ? read_json_over(link->file, article) : text::Result<Document>(link.error());
}

}  // namespace format
