// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <sys/mman.h>

#include <cstddef>
#include <cstdint>
#include <new>
#include <vector>

namespace broadsheet::glass {

/// Memory for what is visited here and there all the time: where Linux has large pages to give, far fewer
/// addresses must be translated (madvise(2), MADV_HUGEPAGE). Small pieces come from the heap as any other.
template <typename T>
class LargePages {
 public:
  using value_type = T;

  LargePages() = default;
  template <typename U>
  explicit LargePages(const LargePages<U>&) {}

  T* allocate(std::size_t count) {
    const std::size_t bytes = count * sizeof(T);
    if (bytes < kPage) return static_cast<T*>(::operator new (bytes, std::align_val_t{alignof(T)}));
    void* place = ::operator new (bytes, std::align_val_t{kPage});
    madvise(place, bytes / kPage * kPage, MADV_HUGEPAGE);  // a wish: it is no matter if it fails
    return static_cast<T*>(place);
  }

  void deallocate(T* place, std::size_t count) {
    if (count * sizeof(T) < kPage) {
      ::operator delete (place, std::align_val_t{alignof(T)});
    } else {
      ::operator delete (place, std::align_val_t{kPage});
    }
  }

  bool operator==(const LargePages&) const { return true; }

 private:
  static constexpr std::size_t kPage = std::size_t{2} << 20;
};

}  // namespace broadsheet::glass
