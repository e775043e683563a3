#include "cli/address.h"

#include <gtest/gtest.h>

namespace {

struct Row {
  const char* address;
  const char* why;  // empty: pages are fetched from there
};

std::ostream& operator<<(std::ostream& out, const Row& row) { return out << row.address; }

class Address : public testing::TestWithParam<Row> {};

TEST_P(Address, IsPublicOrSaysWhyNot) {
  const auto address = cli::parse_address(GetParam().address);
  ASSERT_TRUE(address);
  EXPECT_EQ(cli::why_not_public(*address), GetParam().why);
}

INSTANTIATE_TEST_SUITE_P(Four, Address,
                         testing::Values(Row{"0.0.0.0", "this machine"}, Row{"0.1.2.3", "this machine"}, Row{"1.1.1.1", ""},
                                         Row{"9.255.255.255", ""}, Row{"10.0.0.1", "a private network"}, Row{"10.255.255.255", "a private network"},
                                         Row{"11.0.0.0", ""}, Row{"100.63.255.255", ""}, Row{"100.64.0.1", "a provider's own network"},
                                         Row{"100.100.100.200", "a provider's own network"}, Row{"100.127.255.255", "a provider's own network"},
                                         Row{"100.128.0.0", ""}, Row{"127.0.0.1", "this machine"}, Row{"127.255.255.254", "this machine"},
                                         Row{"128.0.0.1", ""}, Row{"168.63.129.15", ""}, Row{"168.63.129.16", "a cloud's own services"},
                                         Row{"169.253.255.255", ""}, Row{"169.254.169.254", "the local link"}, Row{"169.255.0.0", ""},
                                         Row{"172.15.255.255", ""}, Row{"172.16.0.0", "a private network"}, Row{"172.31.255.255", "a private network"},
                                         Row{"172.32.0.0", ""}, Row{"192.0.0.192", "a reserved range"}, Row{"192.0.1.0", ""},
                                         Row{"192.0.2.7", "a reserved range"}, Row{"192.88.99.1", "a reserved range"}, Row{"192.167.255.255", ""},
                                         Row{"192.168.1.1", "a private network"}, Row{"192.169.0.0", ""}, Row{"198.17.255.255", ""},
                                         Row{"198.18.0.0", "a reserved range"}, Row{"198.19.255.255", "a reserved range"}, Row{"198.20.0.0", ""},
                                         Row{"198.51.100.3", "a reserved range"}, Row{"203.0.113.9", "a reserved range"}, Row{"223.255.255.255", ""},
                                         Row{"224.0.0.1", "a multicast group"}, Row{"239.255.255.250", "a multicast group"},
                                         Row{"240.0.0.1", "a reserved range"}, Row{"255.255.255.255", "a reserved range"}));

INSTANTIATE_TEST_SUITE_P(Six, Address,
                         testing::Values(Row{"::", "this machine"}, Row{"::1", "this machine"}, Row{"::2", "a reserved range"},
                                         Row{"::127.0.0.1", "a reserved range"}, Row{"100::1", "a reserved range"}, Row{"2001::1", "a reserved range"},
                                         Row{"2001:0:4136:e378:8000:63bf:3fff:fdd2", "a reserved range"}, Row{"2001:20::1", "a reserved range"},
                                         Row{"2001:1ff:ffff::", "a reserved range"}, Row{"2001:200::1", ""}, Row{"2001:db8::1", "a reserved range"},
                                         Row{"2001:4860:4860::8888", ""}, Row{"2606:4700:4700::1111", ""}, Row{"3fff:fff::1", "a reserved range"},
                                         Row{"3fff:1000::1", ""}, Row{"4000::1", "a reserved range"}, Row{"5f00::1", "a reserved range"},
                                         Row{"fc00::1", "a private network"}, Row{"fd00:ec2::254", "a private network"}, Row{"fe80::1", "the local link"},
                                         Row{"febf::1", "the local link"}, Row{"fec0::1", "a private network"}, Row{"ff02::1", "a multicast group"}));

INSTANTIATE_TEST_SUITE_P(FourInsideSix, Address,
                         testing::Values(Row{"::ffff:127.0.0.1", "this machine"}, Row{"::ffff:169.254.169.254", "the local link"},
                                         Row{"::ffff:1.1.1.1", ""}, Row{"64:ff9b::10.0.0.1", "a private network"}, Row{"64:ff9b::1.1.1.1", ""},
                                         Row{"64:ff9b:1::1.1.1.1", "a reserved range"}, Row{"2002:7f00:1::", "this machine"},
                                         Row{"2002:c0a8:101::1", "a private network"}, Row{"2002:101:101::1", ""}));

TEST(Addresses, AreWrittenAsTheyWereRead) {
  for (const std::string written : {"192.0.2.1", "2001:db8::1", "::1", "64:ff9b::a00:1"}) {
    const auto address = cli::parse_address(written);
    ASSERT_TRUE(address) << written;
    EXPECT_EQ(cli::to_string(*address), written);
  }
  EXPECT_FALSE(cli::parse_address("1.2.3"));
  EXPECT_FALSE(cli::parse_address("example.org"));
  EXPECT_FALSE(cli::parse_address("1.2.3.4 "));
}

}  // namespace
